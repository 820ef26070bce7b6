import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web app: src/web built into dist/web; in development it asks the API on port 3000. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022' },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
