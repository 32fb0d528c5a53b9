/** Legal forms of organisations (ustawa o działalności pożytku publicznego, art. 3 ust. 2–3); not all are in the KRS. */
export const legalForms = ['association', 'ordinary-association', 'foundation', 'rural-housewives-circle', 'parish', 'sports-club', 'social-cooperative', 'other'] as const
export type LegalForm = (typeof legalForms)[number]
