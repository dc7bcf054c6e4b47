import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the product, on one page. */
export default [
  index('routes/_index.tsx'),
  route('language', 'routes/language.tsx'),

  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/new-password', 'routes/sign-in.new-password.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/sessions', 'routes/account.sessions.tsx'),

  route('files/:versionId', 'routes/files.$versionId.tsx'),
] satisfies RouteConfig
