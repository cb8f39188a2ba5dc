using System.Globalization;
using System.Text;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Entropy;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Counts the attempts at reading certain bytes: a mark is written before each begins, so that bytes which end the process are known by it. A
/// process that lives on after its storage failed says so of its own mark, and that attempt does not count.
/// </summary>
internal sealed class ReadingAttempts(
    IDocumentStore documents,
    IEntropy entropy,
    WallClock wall,
    string about
)
{
    /// <summary>So many attempts are made.</summary>
    public const int Most = 2;

    // However often storage fails, nobody tries for ever.
    private const int MostMarks = 20;

    // Longer than any reading is given: whoever began before is gone. Counted on the wall, since reading takes no less time where the product's clock is
    // sped up. A mark from further ahead was made before somebody set the clock back.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(2);

    // Names the attempts of this process: another's mark of the same number is not excused.
    private readonly string own = AttemptMark.Next(entropy);

    /// <summary>Begins an attempt.</summary>
    /// <returns>Whether one began; how many ended before; whether the last of those may still be at work.</returns>
    public async Task<(bool HasBegun, int EndedBefore, bool IsAtWork)> BeginAsync(
        CancellationToken cancellation
    )
    {
        var ended = 0;
        for (var number = 1; number <= MostMarks && ended < Most; number++)
        {
            if (await TryMarkAsync(number, cancellation))
            {
                return (true, ended, false);
            }
            var mark = await documents.FindAsync(Mark(number), cancellation);
            var text = Encoding.UTF8.GetString(mark!.Content.Span).Split(' ');
            if (await documents.FindAsync(Survived(text[0]), cancellation) is not null)
            {
                continue;
            }
            ended++;
            var began = DateTimeOffset.Parse(text[1], CultureInfo.InvariantCulture);
            if (
                (wall.Time.GetUtcNow() - began).Duration() < AtWork
                && await documents.FindAsync(Ended(text[0]), cancellation) is null
            )
            {
                return (false, ended, true);
            }
        }
        return (false, ended, false);
    }

    /// <summary>Says that the attempt came to nothing by no fault of the bytes.</summary>
    public Task SurviveAsync() => WriteAsync(Survived(own), own, CancellationToken.None);

    /// <summary>Says that the attempt is over and brought nothing: the next need not wait for it.</summary>
    public Task EndAsync() => WriteAsync(Ended(own), own, CancellationToken.None);

    private async Task<bool> TryMarkAsync(int number, CancellationToken cancellation)
    {
        var now = wall.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        try
        {
            return await WriteAsync(Mark(number), $"{own} {now}", cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // It may have been written all the same.
            await SurviveAsync();
            throw;
        }
    }

    private Task<bool> WriteAsync(string name, string text, CancellationToken cancellation) =>
        documents.TryCreateAsync(name, "text/plain", Encoding.UTF8.GetBytes(text), cancellation);

    private string Mark(int number) => FormattableString.Invariant($"{about}/attempt-{number}");

    private string Survived(string process) => $"{about}/survived-{process}";

    private string Ended(string process) => $"{about}/ended-{process}";
}
