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
 * `#app/....server.ts` is loaded by Node itself, in the web process as in the worker.
 * So there is one pool, one log and one session reader a process, whoever imports them first.
 * So are the errors a person is meant to meet: what a route throws must be of the class the answering side knows.
 */
function serverModulesStayOutside(): Plugin {
  return {
    name: 'server-modules-stay-outside',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, _importer, { ssr }) {
      const isServerModule = (id.startsWith('#app/') && id.endsWith('.server.ts')) || id === '#app/platform/errors.ts'
      return ssr && isServerModule ? { id, external: true } : null
    },
  }
}
