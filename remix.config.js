/**
 * The options of the Remix plugin, and nothing else; vite.config.ts imports them.
 * Every v3 flag is on: what Remix 3 (React Router 7) makes the rule is the rule here already.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
}
