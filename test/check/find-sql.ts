import ts from 'typescript'

/**
 * How a text begins that can only be a statement. Words that sentences begin with too count by
 * being run.
 */
const STATEMENT = new RegExp(`^\\s*(?:(?:--[^\\n]*\\n|/\\*.*?\\*/)\\s*)*(?:${[
  'select\\s',
  'with\\s+(?:recursive\\s+)?\\w+(?:\\s*\\([^)]*\\))?\\s+as\\s*(?:(?:not\\s+)?materialized\\s*)?\\(',
  'insert\\s+into\\s',
  'merge\\s+into\\s',
  'update\\s+[\\w."]+\\s+(?:(?:as\\s+)?\\w+\\s+)?set\\s',
  'delete\\s+from\\s',
  'truncate\\s',
  '(?:create|alter|drop)\\s+\\w+\\s',
  'lock\\s+table\\s',
  'set\\s+(?:local|session|constraints|transaction)\\s',
  'set\\s+\\w+\\s*(?:=|to\\s)',
  '(?:begin|commit|rollback|savepoint\\s+\\w+)\\s*;?\\s*$',
  'start\\s+transaction',
  'notify\\s+\\w+\\s*(?:,|;|$)',
  'comment\\s+on\\s', 'do\\s+\\$'
].join('|')})`, 'is')

/** Names by which a statement is run, or made ready to be. */
const MAKERS = ['PreparedQuery', 'PgTypedQuery', 'TaggedQuery', 'Query', 'Cursor']

/**
 * What of a TypeScript file is SQL: strings of every kind that begin as a statement does, and
 * whatever runs one (`db.query(…)` with anything in it, under whichever name), as they stand in the
 * file. Comments do not count.
 */
export function findSql (source: string): string[] {
  const found: string[] = []
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  visit(file)
  return found

  function visit (node: ts.Node): void {
    if (isStatement(node) || isRun(node)) found.push(node.getText(file))
    else ts.forEachChild(node, visit)
  }
}

function isStatement (node: ts.Node): boolean {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return false
  return STATEMENT.test(node.text)
}

function isRun (node: ts.Node): boolean {
  if (ts.isCallExpression(node)) {
    const name = nameOf(node.expression)
    const isBorrowing = ['call', 'apply', 'bind'].includes(name) && isAccess(node.expression)
    const borrowed = isBorrowing ? nameOf(node.expression.expression) : ''
    return name === 'query' || borrowed === 'query'
  }
  if (ts.isNewExpression(node)) return MAKERS.includes(nameOf(node.expression))
  return ts.isTaggedTemplateExpression(node) && nameOf(node.tag) === 'sql'
}

function isAccess (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
}

/** The last name of `a.b.name`, `a['name']` or `name`; empty for what has none. */
function nameOf (node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text
  }
  return ''
}
