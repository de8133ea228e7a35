namespace Campaign.Identity.SignIn;

/// <summary>Texts of the pages, in SignInText.resx (Vietnamese, the default) and SignInText.en.resx.</summary>
public sealed class SignInText;
