namespace ProgramReview.Host.Tests.App;

internal sealed record Greeting(string Text);
