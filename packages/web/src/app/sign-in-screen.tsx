export const SignInScreen = () => <main id="main" />
