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

import { expandTemplate } from './expandTemplate';
import { templateValues } from './templateValues';

const shop = (name: string, production: boolean) =>
  templateValues('web-shop', { name, production });

describe('expandTemplate', () => {
  it.each([
    {
      template: '{app}{-env}-cnpg',
      values: shop('dev', false),
      text: 'web-shop-dev-cnpg',
      reason: 'an environment is a suffix',
    },
    {
      template: '{app}{-env}-cnpg',
      values: shop('prod', true),
      text: 'web-shop-cnpg',
      reason: 'production has none',
    },
    {
      template: '{app_}/{env}/{app}{app}',
      values: shop('prod', true),
      text: 'web_shop/prod/web-shopweb-shop',
      reason: 'all of them, several times',
    },
    {
      template: 'infra',
      values: {},
      text: 'infra',
      reason: 'none at all',
    },
    {
      template: '{app}',
      values: { app: '{env}', env: 'dev' },
      text: '{env}',
      reason: 'what was filled in is not filled in again',
    },
  ])('fills $template in: $reason', ({ template, values, text }) => {
    expect(expandTemplate(template, values)).toEqual({ text, unknown: [] });
  });

  it.each(['{App}', '{constructor}', '{__proto__}', '{}'])(
    'keeps %s, which means nothing',
    unknown => {
      expect(expandTemplate(`a${unknown}b`, shop('dev', false))).toEqual({
        text: `a${unknown}b`,
        unknown: [unknown],
      });
    },
  );
});
