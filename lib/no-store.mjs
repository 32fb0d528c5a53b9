// `"use cache"` only tells Next that a page may be kept; what is kept is the page (page-cache.mjs). One cache, one rule.
export default {
  async get() {},
  async set(_key, pending) {
    for await (const _ of (await pending).value);
  },
  async refreshTags() {},
  async getExpiration() {
    return 0
  },
  async updateTags() {},
}
