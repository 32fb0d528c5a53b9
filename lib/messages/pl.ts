import account from './pl/account.json'
import comment from './pl/comment.json'
import ground from './pl/ground.json'
import home from './pl/home.json'
import mail from './pl/mail.json'
import objection from './pl/objection.json'
import problem from './pl/problem.json'
import site from './pl/site.json'
import task from './pl/task.json'
import vote from './pl/vote.json'

export default { account, comment, ground, home, mail, objection, problem, site, task, vote }
