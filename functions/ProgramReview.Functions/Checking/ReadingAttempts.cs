using System.Globalization;
using System.Text;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Counts the attempts at reading certain bytes: a mark is written before each begins, so that bytes which end the process are known by it. A
/// process that lives on after its storage failed says so, and that attempt does not count.
/// </summary>
internal sealed class ReadingAttempts(IDocumentStore documents, TimeProvider clock, string about)
{
    /// <summary>So many attempts are made.</summary>
    public const int Most = 2;

    // However often storage fails, nobody tries for ever.
    private const int MostMarks = 20;

    // Longer than any reading is given: whoever began before is gone.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(2);

    /// <summary>Begins an attempt.</summary>
    /// <returns>Its number; or null and whether the last one may still be at work.</returns>
    public async Task<(int? Attempt, int EndedBefore, bool IsAtWork)> BeginAsync(
        CancellationToken cancellation
    )
    {
        var (ended, latest) = (0, DateTimeOffset.MinValue);
        for (var number = 1; number <= MostMarks && ended < Most; number++)
        {
            if (await TryMarkAsync(number, cancellation))
            {
                return (number, ended, false);
            }
            if (await documents.FindAsync(Survived(number), cancellation) is not null)
            {
                continue;
            }
            ended++;
            latest = await BeganAsync(number, cancellation);
        }
        return (null, ended, clock.GetUtcNow() - latest < AtWork);
    }

    /// <summary>Says that an attempt came to nothing by no fault of the bytes.</summary>
    public Task SurviveAsync(int attempt) => WriteAsync(Survived(attempt), CancellationToken.None);

    private async Task<bool> TryMarkAsync(int number, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(Mark(number), cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // It may have been written all the same.
            await SurviveAsync(number);
            throw;
        }
    }

    private async Task<DateTimeOffset> BeganAsync(int number, CancellationToken cancellation)
    {
        var mark = await documents.FindAsync(Mark(number), cancellation);
        return DateTimeOffset.Parse(
            Encoding.UTF8.GetString(mark!.Content.Span),
            CultureInfo.InvariantCulture
        );
    }

    private Task<bool> WriteAsync(string name, CancellationToken cancellation) =>
        documents.TryCreateAsync(
            name,
            "text/plain",
            Encoding.UTF8.GetBytes(clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)),
            cancellation
        );

    private string Mark(int number) => FormattableString.Invariant($"{about}/attempt-{number}");

    private string Survived(int number) => $"{Mark(number)}-survived";
}
