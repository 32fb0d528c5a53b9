import { Group } from '@/app/_components/fields'
import { TitleText } from '@/app/_components/strategy/title'
import type { Language } from '@/lib/language'
import type { Title } from '@/lib/strategy/queries'

type Props = { tasks: readonly { code: string; title: Title }[]; chosen: ReadonlySet<string>; legend: string; hint: string; language: Language }

/** The strategy's tasks, to tick those that a project serves. */
export function TaskChoice({ tasks, chosen, legend, hint, language }: Props) {
  return (
    <Group name="tasks" legend={legend} hint={hint} className="choices tasks">
      {tasks.map(({ code, title }, place) => (
        <label key={code} className="choice">
          <input className="ds-input" type="checkbox" name={`tasks.${place}`} value={code} defaultChecked={chosen.has(code)} />
          <span><b>{code}</b> <TitleText title={title} language={language} /></span>
        </label>
      ))}
    </Group>
  )
}
