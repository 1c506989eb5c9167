import type { Test } from 'tap'

export const titleOf = (html: string): string => /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''

/** What law and accessibility ask of every page, readers' or editors'. */
export function checkFrame (t: Test, name: string, html: string): void {
  t.match(html, /^<!doctype html>\n<html lang="de">\n<head>\n {2}<meta charset="utf-8">/, name)
  t.equal(html.match(/<h1[ >]/g)?.length, 1, `${name}: one h1`)
  t.equal(html.match(/<main[ >]/g)?.length, 1, `${name}: one main`)
  t.same(skippedHeadings(html), [], `${name}: no level skipped`)
  t.match(html, /<body[^>]*>\s*<a class="skip-link" href="#inhalt">/, `${name}: the skip link comes first`)
  t.notMatch(html, /\son[a-z]+=|\sstyle=|javascript:|<style|<script(?! type="module" src=)/, `${name}: nothing inline`)
  // Where a page lies is said in whole; nothing is fetched for it.
  const fetched = html.replace(/<link rel="canonical"[^>]*>/g, '')
  t.same(
    [...fetched.matchAll(/(?:src|srcset|<link[^>]* href)="(?!\/|data:image\/)([^"]*)/g)].map(match => match[1]),
    [],
    `${name}: nothing from elsewhere`
  )
}

function skippedHeadings (html: string): string[] {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(match => Number(match[1]))
  return levels.flatMap((level, index) => (
    level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after ${levels[index - 1] ?? 'nothing'}`] : []
  ))
}
