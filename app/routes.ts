import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [
  index('routes/_index.tsx'),
  route('language', 'routes/language.tsx'),
] satisfies RouteConfig
