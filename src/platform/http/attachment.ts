/** A Content-Disposition that has a browser keep an answer as a file (RFC 6266, RFC 8187). */
export function attachment (fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '_')
  const inHex = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  const full = encodeURIComponent(fileName).replace(/['()*]/g, inHex)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
