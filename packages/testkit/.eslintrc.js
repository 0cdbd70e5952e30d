module.exports = require('../../scripts/lint/packageConfig')(__dirname, {
  overrides: [
    {
      // These files make tests for others, and are none themselves.
      files: ['src/conformance/*.ts', 'src/servers/describeOrExcuse.ts'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-disabled-tests': 'off',
        'jest/no-export': 'off',
        'jest/valid-describe-callback': 'off',
        'jest/valid-title': 'off',
      },
    },
  ],
});
