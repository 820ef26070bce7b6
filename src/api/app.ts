/** The web server: contract routes, the web app's files, and what operators ask for. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { maxDocumentBytes } from '../services/imports/imports.ts'
import { addContext, type Deployment } from './context.ts'
import { addErrors } from './errors.ts'
import { RememberedAnswers } from './remembered-answers.ts'
import { addAcceptanceRoutes } from './routes/acceptance.ts'
import { addAccountRoutes } from './routes/account.ts'
import { addAdministrationRoutes } from './routes/administration.ts'
import { addAssessmentRoutes } from './routes/assessment.ts'
import { addEvidenceRoutes } from './routes/evidence.ts'
import { addImportRoutes } from './routes/imports.ts'
import { addNoticeRoutes } from './routes/notices.ts'
import { addMapRoutes } from './routes/map.ts'
import { addLedgerRoutes } from './routes/ledgers.ts'
import { addOperationRoutes } from './routes/operation.ts'
import { addPaperRoutes } from './routes/papers.ts'
import { addPlanRoutes } from './routes/plans.ts'
import { addPostRoutes } from './routes/posts.ts'
import { addProgrammeRoutes } from './routes/programmes.ts'
import { addOversightRoutes } from './routes/oversight.ts'
import { addOrderRoutes } from './routes/orders.ts'
import { addReportingRoutes } from './routes/reporting.ts'
import { addSessionRoutes } from './routes/session.ts'
import { addWebApp } from './web-app.ts'

/**
 * Ready to listen or to be injected into; `webRoot` is the built web app, absent where only the API is served. `addRoutes`
 * may serve more through the same stack: the benches’ yardstick.
 */
export async function buildApp(
  deployment: Deployment,
  webRoot?: string,
  addRoutes?: (app: FastifyInstance) => void,
): Promise<FastifyInstance> {
  const { config } = deployment
  const app = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: config.trustProxy,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  addErrors(app, webRoot !== undefined)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The map asks for its tiles itself; the browser may go nowhere else.
        connectSrc: ["'self'", ...new Set(config.tiles.urls.map((url) => new URL(url).origin))],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.secureCookies ? [] : null,
      },
    },
    strictTransportSecurity: config.secureCookies,
  })
  await app.register(compress)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: maxDocumentBytes, files: 1, fields: 0 } })
  await app.register(swagger, {
    openapi: { info: { title: '践诺 Jiannuo', version: '1' } },
    transform: jsonSchemaTransform,
  })
  app.decorate('rememberedAnswers', new RememberedAnswers())
  addContext(app, deployment)
  addOperationRoutes(app, deployment)
  addSessionRoutes(app, deployment)
  addProgrammeRoutes(app)
  addImportRoutes(app)
  addPlanRoutes(app)
  addReportingRoutes(app)
  addOversightRoutes(app)
  addOrderRoutes(app, deployment)
  addPaperRoutes(app, deployment)
  addAcceptanceRoutes(app, deployment)
  addAssessmentRoutes(app)
  addNoticeRoutes(app, deployment)
  addMapRoutes(app, deployment.mapBase)
  addLedgerRoutes(app)
  addEvidenceRoutes(app, deployment)
  addAdministrationRoutes(app)
  addPostRoutes(app)
  addAccountRoutes(app, deployment)
  addRoutes?.(app)
  if (webRoot !== undefined) await addWebApp(app, webRoot)
  await app.ready()
  return app
}
