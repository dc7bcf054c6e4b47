import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [serverModulesStayOutside(), tailwindcss(), remix(remixOptions)],
  build: { target: 'es2022', assetsInlineLimit: 0 },
})

/**
 * `#app/....server.ts` and `#workflows/...` are loaded by Node itself, in the web process as in the worker.
 * So there is one pool, one log and one session reader a process, whoever imports them first.
 */
function serverModulesStayOutside(): Plugin {
  return {
    name: 'server-modules-stay-outside',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, _importer, { ssr }) {
      const isServerModule = id.startsWith('#app/') && id.endsWith('.server.ts')
      return ssr && isServerModule ? { id, external: true } : null
    },
  }
}
