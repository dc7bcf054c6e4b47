/** Theo dõi, tắt thông báo: what a person wants to hear of a task. */
export const watches = {
  filter: 'Tôi chọn theo dõi',
  filterWords: { followed: 'Nhiệm vụ tôi chọn theo dõi' },
  link: 'Nhiệm vụ tôi chọn theo dõi',
  muted: 'Bạn đã tắt thông báo về nhiệm vụ này: nó không nằm trong mục Để biết. Việc bạn phải làm vẫn hiện đủ.',
  button: {
    followed: { on: 'Theo dõi', off: 'Thôi theo dõi' },
    muted: { on: 'Tắt thông báo', off: 'Bật lại thông báo' },
  },
  done: {
    followed: 'Đã theo dõi nhiệm vụ này.',
    muted: 'Đã tắt thông báo về nhiệm vụ này.',
    nothing: 'Đã trở lại như thường.',
  },
  errors: {
    hasPart: 'Bạn đang có việc trong nhiệm vụ này nên không cần theo dõi thêm.',
    hasNoPart: 'Bạn không có việc trong nhiệm vụ này nên không có thông báo để tắt.',
  },
} as const
