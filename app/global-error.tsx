'use client'
import '@/app/_look/look.css'
import { BrokenPage } from '@/app/_components/site/broken-page'
import { Mark } from '@/app/_components/site/mark'

/** When not even the frame of a page could be made. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="pl" data-color-scheme="auto">
      <body data-color="brick">
        <header className="top">
          <div className="wrap">
            <a className="mark" href="/"><Mark /><span>Głos <em>Torunia</em></span></a>
          </div>
        </header>
        <main><BrokenPage retry={retry} /></main>
      </body>
    </html>
  )
}
