/** How a person wants the screen. */
export const display = {
  title: 'Hiển thị',
  effect: 'Được giữ cùng tài khoản, nên ở máy khác cũng như vậy.',
  locale: { vi: 'Tiếng Việt', en: 'English' },
  themeHead: 'Nền',
  theme: { device: 'Theo thiết bị', light: 'Sáng', dark: 'Tối' },
  densityHead: 'Mật độ',
  density: { comfortable: 'Thoáng', compact: 'Gọn' },
  done: { changed: 'Đã lưu cách hiển thị.' },
} as const
