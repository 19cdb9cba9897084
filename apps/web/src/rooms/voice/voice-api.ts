import type { components, paths } from '../../api.gen.ts';

export type Expectation = components['schemas']['Expectation'];
export type Theme = components['schemas']['Theme'];
export type ToldAnswer = components['schemas']['ToldAnswer'];
export type CaptureBody = NonNullable<
  paths['/api/organizations/{organization}/captures/{capture}']['put']['requestBody']
>['content']['application/json'];
export type Choices =
  paths['/api/organizations/{organization}/captures/choices']['get']['responses'][200]['content']['application/json'];
