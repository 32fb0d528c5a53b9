import { NothingHere } from '@/app/_components/site/nothing-here'

export default function NotFound() {
  return <NothingHere />
}
