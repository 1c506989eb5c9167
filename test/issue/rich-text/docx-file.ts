import { zipSync } from 'fflate'

/** The names of Word's elements and of links between files. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A .docx file with this body, and what Word puts around it. */
export function docx (body: string, more: Record<string, string | Buffer> = {}): Buffer {
  const list = (id: number, format: string): string => `<w:abstractNum w:abstractNumId="${id}">
    ${[0, 1].map(level => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}
    </w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">
      <Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}">
      <Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/>
      <Relationship Id="n" Type="${OFFICE}/numbering" Target="numbering.xml"/>
      <Relationship Id="f" Type="${OFFICE}/footnotes" Target="footnotes.xml"/>
      <Relationship Id="l" Type="${OFFICE}/hyperlink" Target="https://example.org/a" TargetMode="External"/>
      <Relationship Id="b" Type="${OFFICE}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
      <Relationship Id="i" Type="${OFFICE}/image" Target="media/image1.png"/></Relationships>`,
    'word/styles.xml': `<w:styles ${W}>${style('berschrift1', 'heading 1')}${style('Titel', 'Title')}
      ${style('Zitat', 'Quote')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}>${list(1, 'bullet')}${list(2, 'decimal')}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:t>Beleg</w:t></w:r></w:p></w:footnote>
      </w:footnotes>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more
  }
  return Buffer.from(zipSync(Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)])
  )))
}

/** Text with its marks. */
export const run = (text: string, marks = ''): string =>
  `<w:r><w:rPr>${marks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
/** A paragraph with its style. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
/** A paragraph that is an item of a list. */
export const item = (list: number, level: number, text: string): string => paragraph(run(text),
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
