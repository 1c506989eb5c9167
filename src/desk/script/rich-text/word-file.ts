import { Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { Loss } from '../../../issue/rich-text/judge-element.js'
import { richTextDe as texts } from '../../../texts/rich-text-de.js'
import { documentFrom } from './parse.js'
import { notice } from './paste.js'

type Answer = { html: string, losses: Loss[], hadTable: boolean } | { problem: string }

/** Whether a file may be one of Word's; the server looks into it. */
export function isWordFile ({ name }: File): boolean {
  return /\.docx?$/i.test(name)
}

/**
 * Has the server read a Word file, and puts its text where the cursor stands. Reports what was left
 * out, or why there is nothing. Never rejects.
 */
export async function insertWordFile (
  view: EditorView, file: File, { url, report }: { url: string, report: (message: string) => void }
): Promise<void> {
  report(texts.word.reading)
  const body = new FormData()
  body.set('file', file)
  try {
    const response = await fetch(`${url}/word`, { method: 'POST', body })
    const answer = await response.json() as Answer
    if ('problem' in answer) return report(answer.problem)
    const template = document.createElement('template')
    template.innerHTML = answer.html
    const { content } = documentFrom(template.content)
    view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView())
    report([texts.word.done, notice({ ...answer, losses: new Set(answer.losses) }) ?? ''].join(' ').trim())
  } catch {
    report(texts.word.failed)
  }
}

/** Lets someone choose a Word file. */
export function chooseWordFile (chosen: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.docx'
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) chosen(file)
  })
  input.click()
}
