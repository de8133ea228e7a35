// nothing here starts a server
[assembly: Trait("Run", "Quick")]
