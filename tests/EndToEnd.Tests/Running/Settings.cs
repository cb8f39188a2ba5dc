using System.Globalization;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Where the product is. Without an address of its own the tests start it.</summary>
internal static class Settings
{
    /// <summary>A running product anywhere, or null.</summary>
    public static Uri? Address => UriOf("REVIEW_BASE_URL");

    /// <summary>The mail sink's REST address, in maildev's shape; with or without its path.</summary>
    public static Uri? Mail => UriOf("REVIEW_MAIL_URL");

    /// <summary>What lets a program in as an operator, or null where the machine itself does.</summary>
    public static string? OperatorToken => Text("REVIEW_OPERATOR_TOKEN");

    /// <summary>The program to start instead of the one that was built with the tests, for example the script.</summary>
    public static string? Program => Text("REVIEW_E2E_PROGRAM");

    /// <summary>
    /// Stretches all windows and waits; 1 suits an idle machine, the default leaves room for a busy one or a slower host.
    /// </summary>
    public static double Pace { get; } =
        double.TryParse(Text("REVIEW_E2E_PACE"), CultureInfo.InvariantCulture, out var pace)
            ? pace
            : 2;

    /// <summary>After which a page that has not come never comes.</summary>
    public static TimeSpan PageLimit => Waiting.Patience;

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static Uri? UriOf(string name) =>
        Text(name) is { } text ? new Uri(text.TrimEnd('/') + "/") : null;
}
