// The only script that runs in a frame with a mail or a page that is checked. It checks the
// document it stands in, tells the page around it, and ends.

import axe from 'axe-core'
import { MOST_EXCERPT, MOST_FINDINGS, type FrameFinding, type FrameReport } from './report.js'
import { runOptions } from './rules.js'

/**
 * Where a block begins and ends: in a mail its sheet of paper, on a page its own part. There is one
 * for each block, in order.
 */
const BLOCK = '.sheet.paper, .sheet.quotation, .issue__block'

const subject = document.currentScript?.dataset['subject'] === 'page' ? 'page' : 'mail'

void check().then(report => { parent.postMessage(report, '*') })

async function check (): Promise<FrameReport> {
  const { violations, incomplete } = await axe.run(document, runOptions(subject))
  const findings = [
    ...violations.flatMap(result => findingsOf(result, true)),
    ...incomplete.flatMap(result => findingsOf(result, false))
  ]
  return { findings: findings.slice(0, MOST_FINDINGS) }
}

/** What a rule found, put together by block. */
function findingsOf ({ id: rule, nodes }: axe.Result, certain: boolean): FrameFinding[] {
  const found = new Map<number | null, FrameFinding>()
  for (const { target } of nodes) {
    const element = document.querySelector<HTMLElement>(target.join(' '))
    const block = blockOf(element)
    const before = found.get(block)
    const excerpt = (element?.innerText ?? '').trim().replace(/\s+/g, ' ').slice(0, MOST_EXCERPT)
    if (before === undefined) found.set(block, { rule, certain, block, count: 1, excerpt })
    else before.count++
  }
  return [...found.values()]
}

function blockOf (element: Element | null): number | null {
  const block = element?.closest(BLOCK) ?? null
  return block === null ? null : [...document.querySelectorAll(BLOCK)].indexOf(block)
}
