import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const FILES = ['blazeface.json', 'blazeface.bin']
const folder = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/human')), '../models')

/** The one model of the library that is used, served from here: it would otherwise be asked for at somebody else's. */
export const faceModel = (): Plugin => ({
  name: 'lianxin:face-model',
  configureServer(server) {
    server.middlewares.use('/models', (request, response, next) => {
      const file = FILES.find((name) => request.url === `/${name}`)
      if (file) response.end(readFileSync(join(folder, file)))
      else next()
    })
  },
  generateBundle() {
    for (const file of FILES)
      this.emitFile({ type: 'asset', fileName: `models/${file}`, source: readFileSync(join(folder, file)) })
  },
})
