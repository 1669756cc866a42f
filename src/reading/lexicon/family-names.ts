// The commonest family names of China, Korea and Vietnam, which stand first. Common knowledge; no source but the languages.
export const familyNames: ReadonlySet<string> = new Set(
  `xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin gao liang zheng luo song xie tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding
  ren shen yao wen hou mao qian qiu kong bai shi cui qin tan kim lee park choi jung jeong kang cho yoon yun jang chang lim shin seo kwon hwang ahn ryu hong moon ban roh rhee nam paek pak ri jo
  nguyen tran pham hoang phan vo dang bui ngo duong ly truong dinh trinh`.split(/\s+/u),
)
