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

import fc from 'fast-check';
import { expandTemplate, templateValues } from '../naming';
import { inferTemplate } from './inferTemplate';

const sample = (text: string, app: string, name: string, more = {}) => ({
  text,
  path: `${app}-${name}.yaml`,
  values: {
    ...templateValues(app, { name, production: name === 'prod' }),
    ...more,
  },
});

describe('inferTemplate', () => {
  it.each<{
    reason: string;
    samples: ReturnType<typeof sample>[];
    usual?: string;
    template: string | undefined;
    exceptions?: number;
  }>([
    { reason: 'nothing is shown', samples: [], template: undefined },
    {
      reason: 'production has no suffix',
      samples: [
        sample('shop-dev-cnpg', 'shop', 'dev'),
        sample('landing-cnpg', 'landing', 'prod'),
      ],
      template: '{app}{-env}-cnpg',
    },
    {
      reason: 'production has one',
      samples: [
        sample('web-shop-dev', 'shop', 'dev'),
        sample('web-shop-prod', 'shop', 'prod'),
      ],
      template: 'web-{app}-{env}',
    },
    {
      reason: 'only dev is shown, and the usual template explains it',
      samples: [sample('web-shop-dev', 'shop', 'dev')],
      usual: 'web-{app}-{env}',
      template: 'web-{app}-{env}',
    },
    {
      reason: 'identifiers have underscores',
      samples: [sample('web_shop', 'web-shop', 'dev')],
      template: '{app_}',
    },
    {
      reason: 'another name is in it',
      samples: [
        sample('web-shop-dev-env', 'shop', 'dev', {
          appNamespace: 'web-shop-dev',
        }),
      ],
      template: '{appNamespace}-env',
    },
    {
      reason: 'the app is a part of another word',
      samples: [sample('webshop/shop.yaml', 'shop', 'dev')],
      template: 'webshop/{app}.yaml',
    },
    {
      reason: 'most decide, and the others are named',
      samples: [
        sample('shop-dev-pg', 'shop', 'dev'),
        sample('blog-dev-pg', 'blog', 'dev'),
        sample('older', 'wiki', 'dev'),
      ],
      template: '{app}{-env}-pg',
      exceptions: 1,
    },
  ])('knows that $reason', ({ samples, usual, template, exceptions = 0 }) => {
    const inferred = inferTemplate(samples, usual);
    expect(inferred?.template).toBe(template);
    expect(inferred?.exceptions ?? []).toHaveLength(exceptions);
  });

  it('finds a template that explains what a template made', () => {
    const app = fc.constantFrom('shop', 'landing', 'content-hub', 'web-shop');
    const name = fc.constantFrom('dev', 'stage', 'prod');
    fc.assert(
      fc.property(
        fc.constantFrom(
          '{app}{-env}-cnpg',
          'web-{app}-{env}',
          'databases/overlays/{env}/{app}',
          '{app_}',
          'databases',
        ),
        fc.uniqueArray(fc.tuple(app, name), {
          minLength: 1,
          selector: pair => pair.join(),
        }),
        (template, pairs) => {
          const samples = pairs.map(([key, environment]) => {
            const { values } = sample('', key, environment);
            const { text } = expandTemplate(template, values);
            return sample(text, key, environment);
          });
          expect(inferTemplate(samples)?.exceptions).toEqual([]);
        },
      ),
    );
  });
});
