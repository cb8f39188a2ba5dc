using ProgramReview.Functions.Checking.Scanning;

namespace ProgramReview.Local.Host.Commands;

/// <summary>The scanner that somebody names after <c>--scan</c>.</summary>
internal static class ScanChoice
{
    private const string Name = "clamd";

    // Where the package of Debian and Ubuntu has it.
    private static readonly Uri Usual = new("unix:///var/run/clamav/clamd.ctl");

    /// <summary>Where clamd listens: its usual place, or the one behind the sign of equality; null if the text names no scanner.</summary>
    public static Uri? Read(string text) =>
        text == Name ? Usual
        : text.StartsWith($"{Name}=", StringComparison.Ordinal)
        && Uri.TryCreate(text[(Name.Length + 1)..], UriKind.Absolute, out var address)
        && ClamdClient.Knows(address)
            ? address
        : null;

    /// <summary>Sees to it that clamd is there before anything starts: a wrong address would look like a scanner that is away for ever.</summary>
    /// <exception cref="StartException">It is not there.</exception>
    public static async Task CheckAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            await new ClamdClient(address, TimeSpan.FromMinutes(1)).PingAsync(cancellation);
        }
        catch (IOException away)
        {
            throw new StartException(
                $"{away.Message} Start it (on Debian: apt-get install clamav-daemon, then systemctl start clamav-daemon; its first start waits for the signatures of freshclam), or name where it listens: --scan {Name}=ADDRESS."
            );
        }
    }
}
