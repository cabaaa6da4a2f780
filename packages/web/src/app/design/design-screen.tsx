export const DesignScreen = () => <main id="main" />
