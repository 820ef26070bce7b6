/** Problems with governments, sign-in and access, the database, requests and the server. */
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfOperation = {
  // Governments
  'tenant.bad-code': sentence<{ code: string }>(
    422,
    (d) => `代码“${d.code}”不合要求：以小写字母开头，2 至 31 个小写字母、数字或连字符，例如 changzhou。`,
    (d) =>
      `The code “${d.code}” will not do: 2–31 lower-case letters, digits or hyphens, a letter first, e.g. changzhou.`,
  ),
  'tenant.taken': sentence<{ code: string }>(
    409,
    (d) => `代码“${d.code}”已被使用。`,
    (d) => `The code “${d.code}” is already taken.`,
  ),

  // Sign-in and access
  'access.sign-in-needed': sentence<NoDetails>(
    401,
    () => '请先登录。',
    () => 'Please sign in.',
  ),
  'access.other-unit': sentence<{ action: string }>(
    403,
    () => '这不是您所在单位的事项，您的岗位不能办理。',
    () => 'This belongs to another unit; your posts do not act for it.',
  ),
  'access.denied': sentence<{ action: string }>(
    403,
    () => '您现任的岗位没有这项权限。如需办理，请联系系统管理员。',
    () => 'Your posts do not carry this right. Ask the system administrator if you need it.',
  ),
  'access.wrong-password': sentence<NoDetails>(
    401,
    () => '用户名或密码不对。',
    () => 'Wrong user name or password.',
  ),
  'access.too-many-tries': sentence<{ minutes: number }>(
    429,
    (d) => `尝试次数过多，请 ${d.minutes} 分钟后再试。`,
    (d) => `Too many tries. Try again in ${d.minutes} minutes.`,
  ),
  'access.cross-site': sentence<NoDetails>(
    403,
    () => '请求不是从本网站发出的，已拒绝。',
    () => 'The request did not come from this site and was refused.',
  ),
  'session.not-found': sentence<NoDetails>(
    404,
    () => '没有这个会话。',
    () => 'There is no such session.',
  ),

  // Starting the database
  'database.no-embedded': sentence<{ platform: string; reason: string }>(
    500,
    (d) =>
      `内置数据库不能在本机（${d.platform}）运行：${d.reason}。请自备 PostgreSQL 15 或更高版本，并用环境变量 DATABASE_URL 指明地址。`,
    (d) =>
      `The embedded database cannot run here (${d.platform}): ${d.reason}. Provide PostgreSQL 15 or later and name it in DATABASE_URL.`,
  ),
  'database.start-failed': sentence<{ directory: string; lines: string }>(
    500,
    (d) =>
      `内置数据库没有启动，数据仍在 ${d.directory}，未作改动。请按下面的提示处理后再启动，或用 DATABASE_URL 改用另一台服务器。\n${d.lines}`,
    (d) =>
      `The embedded database did not start; its data in ${d.directory} are unchanged. Mend what is said below and start again, or name another server in DATABASE_URL.\n${d.lines}`,
  ),
  'database.not-prepared': sentence<{ statements: string }>(
    500,
    (d) =>
      `数据库还缺少角色或授权，这个连接补不上：账号没有这项权限，或地址中没有密码（应用账号的密码由它推出）。请由数据库管理员执行下列语句，然后用 DATABASE_URL 给出 jiannuo_app 的地址，用 MIGRATION_DATABASE_URL 给出 jiannuo_owner 成员的地址：\n${d.statements}`,
    (d) =>
      `The database lacks roles or grants that cannot be added here: the login may not, or the address has no password to derive the application's from. Let an administrator run the statements below, then give the address of jiannuo_app in DATABASE_URL and that of a member of jiannuo_owner in MIGRATION_DATABASE_URL:\n${d.statements}`,
  ),
  'database.unsafe-role': sentence<{ role: string }>(
    500,
    (d) =>
      `不能用数据库账号“${d.role}”运行：它能绕过各政府之间的隔离。请在 DATABASE_URL 中使用 jiannuo_app，并去掉它的超级用户、BYPASSRLS 和 jiannuo_owner 成员身份。`,
    (d) =>
      `The database login “${d.role}” must not be used: it gets around the wall between governments. Use jiannuo_app in DATABASE_URL, without superuser, BYPASSRLS or membership of jiannuo_owner.`,
  ),
  'migration.changed': sentence<{ file: string }>(
    500,
    (d) => `迁移文件 ${d.file} 在执行之后被改动过。请恢复原文件，改动另写一个新的迁移。`,
    (d) =>
      `Migration ${d.file} was changed after it ran. Restore it and put the change into a new migration.`,
  ),
  'migration.missing': sentence<{ file: string }>(
    500,
    (d) => `数据库已执行过迁移 ${d.file}，但程序里没有这个文件。程序可能比数据库旧，请用新版本启动。`,
    (d) =>
      `The database has had migration ${d.file}, which this program lacks. The program is probably older than the data: start a newer one.`,
  ),
  'migration.out-of-order': sentence<{ file: string; after: string }>(
    500,
    (d) => `迁移 ${d.file} 排在已执行的 ${d.after} 之前，不能补插。请把它重新编号，排到最后。`,
    (d) => `Migration ${d.file} sorts before ${d.after}, which has run already. Number it last.`,
  ),
  'migration.failed': sentence<{ file: string; reason: string }>(
    500,
    (d) => `迁移 ${d.file} 没有成功，数据库保持原样：${d.reason}`,
    (d) => `Migration ${d.file} failed and left the database as it was: ${d.reason}`,
  ),

  // Anything at the edge
  'request.invalid': sentence<{ place: string; message: string }>(
    400,
    (d) => `提交的内容在“${d.place}”处不符合要求：${d.message}`,
    (d) => `What was sent is not valid at “${d.place}”: ${d.message}`,
  ),
  'request.no-such-address': sentence<{ path: string }>(
    404,
    (d) => `没有这个地址：${d.path}`,
    (d) => `There is no such address: ${d.path}`,
  ),
  'server.port-taken': sentence<{ port: number }>(
    500,
    (d) => `端口 ${d.port} 已被其他程序占用。请关闭它，或换一个端口：PORT=3001 npm start`,
    (d) => `Port ${d.port} is taken by another program. Close it, or choose another: PORT=3001 npm start`,
  ),
  'server.unexpected': sentence<{ id: string }>(
    500,
    (d) => `系统出了意外，已记录（编号 ${d.id}）。请稍后再试；若仍不行，请把编号告诉管理员。`,
    (d) =>
      `Something unexpected happened and was recorded (${d.id}). Try again later, or give this number to the administrator.`,
  ),
} as const
