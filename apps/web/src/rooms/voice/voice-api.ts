import createClient from 'openapi-fetch';
import { headersFor } from '../../api.ts';
import type { components, paths } from './voice-api.gen.ts';

/** The room's part of the server's API, typed by its OpenAPI document; use it through `ask`, as `api`. */
export const voiceApi = createClient<paths>({ baseUrl: location.origin });

voiceApi.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersFor(request.url))) request.headers.set(name, value);
    return request;
  },
});

export type Expectation = components['schemas']['Expectation'];
export type Theme = components['schemas']['Theme'];
export type Said = components['schemas']['Said'];
export type ToldAnswer = components['schemas']['ToldAnswer'];
export type CaptureBody = NonNullable<
  paths['/api/organizations/{organization}/captures/{capture}']['put']['requestBody']
>['content']['application/json'];
export type Choices =
  paths['/api/organizations/{organization}/captures/choices']['get']['responses'][200]['content']['application/json'];
