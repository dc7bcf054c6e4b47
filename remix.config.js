/**
 * The options of the Remix plugin, and nothing else; vite.config.ts imports them.
 * Every v3 flag is on but one: what Remix 3 (React Router 7) makes the rule is the rule here already. Without lazy discovery the
 * browser fetches the list of routes once and keeps it; with it, it asked for the routes of the 50 links of each list.
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
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: true,
  },
}
