import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keptStrategy } from '@/app/kept/strategy'
import type { Language } from '@/lib/language'
import { TasksPage } from './tasks-page'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'tasks', (t) => t('task.heading'))

export default async function Tasks({ params }: Props) {
  const language = await languageIn(params)
  return <TasksPage language={language} strategy={await keptStrategy(language)} order="number" />
}
