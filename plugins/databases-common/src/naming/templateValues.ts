/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { TargetEnvironment } from '../model';

/**
 * The placeholders that every template knows:
 *
 * | placeholder | for `web-shop`, dev | in production |
 * |---|---|---|
 * | `{app}` | `web-shop` | `web-shop` |
 * | `{app_}` | `web_shop` | `web_shop` |
 * | `{env}` | `dev` | `prod` |
 * | `{-env}` | `-dev` | nothing |
 *
 * @public
 */
export function templateValues(
  app: string,
  environment: Pick<TargetEnvironment, 'name' | 'production'>,
): { readonly [placeholder: string]: string } {
  return {
    app,
    app_: app.replace(/-/g, '_'),
    env: environment.name,
    '-env': environment.production ? '' : `-${environment.name}`,
  };
}
