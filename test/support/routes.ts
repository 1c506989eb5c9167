import type { FastifyInstance } from 'fastify'

/**
 * All routes, put together from the tree that Fastify prints: four columns a level. Without those
 * for HEAD, which Fastify makes of those for GET.
 */
export function routesOf (app: FastifyInstance): Array<{ method: string, path: string }> {
  const parts: string[] = []
  return app.printRoutes().split('\n').flatMap(line => {
    const [, indent = '', part = '', methods] = /^([ │]*)[├└]── (\S+)(?: \((.*)\))?/.exec(line) ?? []
    parts.splice(indent.length / 4, Infinity, part)
    const path = parts.join('')
    return methods?.split(', ').filter(method => method !== 'HEAD').map(method => ({ method, path })) ?? []
  })
}
