import { z } from 'zod'
import { env } from '../env'
import { translator, type MessageKey } from '../messages'
import { fileFormats, fileTypes } from '../proposals/offer-formats'
import { endpoints, type EndpointName } from './endpoints'
import { columnsOf, pageOf, problemRecord, records, type Dataset } from './records'

type Json = Record<string, unknown>
const t = translator('en')
const say = (key: string) => t(key as MessageKey)

/** The API described as OpenAPI 3.1, made of the schemas that its answers are typed by. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: t('openData.api.title'),
      version: '1.0.0',
      description: t('openData.api.description'),
      license: { name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    },
    servers: [{ url: env.origin }],
    paths: Object.fromEntries((Object.keys(endpoints) as EndpointName[]).map((name) => [endpoints[name].path, { get: operation(name) }])),
    components: {
      schemas: {
        ...Object.fromEntries((Object.keys(records) as Dataset[]).flatMap((dataset) => [[nameOf(dataset), described(dataset)], [`${nameOf(dataset)}Page`, page(dataset)]])),
        Problem: schemaOf(problemRecord),
      },
    },
  }
}

const nameOf = (dataset: Dataset) => `${dataset[0]!.toUpperCase()}${dataset.slice(1, -1)}`
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (type: string, schema: Json) => ({ [type]: { schema } })

function operation(name: EndpointName): Json {
  const { path, dataset, gives, query } = endpoints[name]
  const listed = gives === 'page'
  const problem = (key: string) => ({ description: say(`openData.api.${key}`), content: content('application/json', reference('Problem')) })
  return {
    operationId: `get${name[0]!.toUpperCase()}${name.slice(1)}`,
    summary: say(`openData.api.endpoints.${name}`),
    parameters: [...inPath(path), ...inQuery(query)],
    responses: {
      200: {
        description: say(`openData.api.endpoints.${name}`),
        content: {
          ...content('application/json', reference(listed ? `${nameOf(dataset)}Page` : nameOf(dataset))),
          ...(listed && content('text/csv', { type: 'string' })),
          ...(dataset === 'offers' && Object.assign({}, ...fileFormats.map((format) => content(fileTypes[format], {})))),
        },
      },
      400: problem('badRequest'),
      429: problem('tooMany'),
      ...(path.includes('{') && { 404: problem('notFound') }),
    },
  }
}

const inPath = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, description: say(`openData.api.parameters.${name}`), schema: { type: 'string' } }))

const inQuery = (query: z.ZodObject): Json[] =>
  Object.entries(schemaOf(query).properties as Record<string, Json>).map(([name, schema]) => ({ name, in: 'query', description: say(`openData.api.parameters.${name}`), schema }))

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}

/** A record's schema, each field with what it means. */
function described(dataset: Dataset): Json {
  const schema = schemaOf(records[dataset])
  for (const column of columnsOf(records[dataset])) {
    const path = column.split('.').flatMap((name) => ['properties', name])
    const field = path.reduce<Json>((branch, name) => branch[name] as Json, schema)
    field.description = say(`openData.fields.${dataset}.${column}`)
  }
  return schema
}

function page(dataset: Dataset): Json {
  const schema = schemaOf(pageOf(records[dataset])) as { properties: Json }
  schema.properties.items = { type: 'array', items: reference(nameOf(dataset)) }
  return schema
}
