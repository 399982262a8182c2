export { type ApiClient, createApiClient } from './api-client.ts'
export { axe } from './axe.ts'
export { type Parley, startParley } from './parley.ts'
export { newPerson, openBrowser, type Person } from './person.ts'
