'use server'
import { action } from '../action'
import { address } from '../addresses'
import { askAboutTask } from './commands'

export const askAboutTaskAction = action(askAboutTask, { then: ({ id }, { language }) => address(language, 'question', { question: id }) })
