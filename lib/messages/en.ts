import account from './en/account.json'
import comment from './en/comment.json'
import ground from './en/ground.json'
import home from './en/home.json'
import mail from './en/mail.json'
import objection from './en/objection.json'
import problem from './en/problem.json'
import site from './en/site.json'
import task from './en/task.json'
import vote from './en/vote.json'

export default { account, comment, ground, home, mail, objection, problem, site, task, vote }
