import { expect, it } from 'vitest'
import { filesOfFace, type Manifest } from './first-load.ts'

const manifest: Manifest = {
  'index.html': {
    file: 'index.js',
    src: 'index.html',
    imports: ['_react.js'],
    css: ['index.css'],
  },
  'src/service-worker.ts': { file: 'service-worker.js', src: 'src/service-worker.ts' },
  '_react.js': { file: 'react.js' },
  '_map.js': { file: 'map.js' },
  'src/faces/field/frame.tsx': {
    file: 'field.js',
    src: 'src/faces/field/frame.tsx',
    imports: ['_react.js'],
  },
  'src/faces/desk/frame.tsx': { file: 'desk.js', src: 'src/faces/desk/frame.tsx', imports: ['_map.js'] },
}

it('the first load is the shell, the face, and what both import at once, each file once', () => {
  expect(filesOfFace(manifest, 'field')).toEqual(['index.js', 'index.css', 'react.js', 'field.js'])
})

it('a face that has been swallowed by the shell is refused', () => {
  expect(() => filesOfFace(manifest, 'resident')).toThrow(/no chunk of its own for the resident face/)
})
