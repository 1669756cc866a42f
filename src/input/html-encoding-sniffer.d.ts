declare module 'html-encoding-sniffer' {
  export default function sniff(bytes: Uint8Array, options?: { readonly xml?: boolean; readonly maxPrescanBytes?: number; readonly defaultEncoding?: string }): string
}
