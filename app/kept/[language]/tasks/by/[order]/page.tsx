import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keptStrategy } from '@/app/kept/strategy'
import type { Language } from '@/lib/language'
import { taskOrders, type TaskOrder } from '@/lib/strategy/rules'
import { TasksPage } from '../../tasks-page'

type Props = { params: Promise<{ language: Language; order: string }> }

export const generateStaticParams = () => [{ order: '__build__' }]

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { language, order } = await params
  return pageMetadata(language, 'tasksBy', (t) => `${t('task.heading')}: ${t(order === 'votes' ? 'task.orderVotes' : 'task.orderActivity')}`, { order })
}

export default async function OrderedTasks({ params }: Props) {
  const language = await languageIn(params)
  const { order } = await params
  if (!(taskOrders as readonly string[]).includes(order)) notFound()
  return <TasksPage language={language} strategy={await keptStrategy(language)} order={order as TaskOrder} />
}
