// Bytes to text: by the byte order mark, else by what the file declares, else UTF-8 where that fits, else by detection.
import { detect } from 'chardet'
import sniff from 'html-encoding-sniffer'
import { OnRecordError } from '../model/errors.ts'

/** Bytes that are enough to detect an encoding by. */
const detected = 65_536

/** Throws BAD_ENCODING where the bytes are not what they are declared or detected to be. */
export function decoded(bytes: Uint8Array, kind: 'text' | 'html' | 'xml'): string {
  const declared = declaredEncoding(bytes, kind)
  // Every file fits Windows-1252 ("ISO-8859-1" means it), but none that was written in it and has more than ASCII fits UTF-8.
  if (declared !== null && declared !== 'windows-1252') return decode(bytes, declared, `The file declares the encoding ${declared}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (declared !== null) return decode(bytes, declared, `The file declares the encoding ${declared}`)
    const found = detect(bytes.subarray(0, detected))
    if (found === null) throw new OnRecordError('BAD_ENCODING', 'The file declares no encoding, is not UTF-8, and no other was found; save it as UTF-8.')
    return decode(bytes, found, `The file declares no encoding and seems to be ${found}`)
  }
}

function decode(bytes: Uint8Array, encoding: string, what: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new OnRecordError('BAD_ENCODING', `${what}, but its bytes are not; save it as UTF-8.`)
  }
}

function declaredEncoding(bytes: Uint8Array, kind: 'text' | 'html' | 'xml'): string | null {
  // Without a declaration the sniffer answers what it is told to: asked twice, a declaration answers the same.
  const options = kind === 'xml' ? { xml: true } : kind === 'html' ? {} : { maxPrescanBytes: 0 }
  const [one, other] = ['utf-8', 'windows-1252'].map(defaultEncoding => sniff(bytes, { ...options, defaultEncoding }))
  return one === other && one !== undefined ? one : null
}
