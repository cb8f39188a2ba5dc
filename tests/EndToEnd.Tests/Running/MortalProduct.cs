using System.Globalization;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A product that is killed at drawn requests and started again on the same folder.</summary>
/// <param name="kills">How often it is killed in all.</param>
/// <param name="seed">Who is killed and at which requests follows from it.</param>
internal sealed class MortalProduct(int kills, int seed) : IAsyncDisposable
{
    private readonly Random chance = new(seed);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("review-e2e-mortal-");
    private readonly int port = FreePort.Take();
    private readonly List<string> deaths = [];
    private LocalProgram? program;
    private Product? product;
    private int requestsLeft;

    /// <summary>Its folder.</summary>
    public string Data => data.FullName;

    /// <summary>How often it was killed so far, and who each time.</summary>
    public IReadOnlyList<string> Deaths => deaths;

    /// <summary>The product as it runs now; started if it does not.</summary>
    public async Task<Product> AliveAsync()
    {
        if (product is null)
        {
            program = await LocalProgram.StartAsync("mortal", Data, port);
            product = Product.At(program);
            requestsLeft = chance.Next(1, 7);
        }

        return product;
    }

    /// <summary>A request on which the product may die: when its turn has come, either before it is answered or right after.</summary>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> TryAsync(Func<Product, Task> request)
    {
        var alive = await AliveAsync();
        if (--requestsLeft > 0 || deaths.Count == kills)
        {
            await request(alive);
            return true;
        }

        var victims = Victims.All[chance.Next(Victims.All.Count)];
        var isUnanswered = chance.Next(2) == 0;
        var answering = request(alive);
        if (!isUnanswered)
        {
            await answering;
        }

        await program!.KillAsync(victims);
        deaths.Add(string.Create(CultureInfo.InvariantCulture, $"{deaths.Count + 1}: {victims}"));
        await StopAsync();
        try
        {
            // It may have been faster than the kill; then it counts.
            await answering;
            return true;
        }
        catch (Exception dead) when (isUnanswered && dead is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Stops it as a person does.</summary>
    public async Task RestAsync()
    {
        await program!.StopAsync();
        await StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Logs.Keep(data, "mortal");
        data.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (product is not null)
        {
            await product.DisposeAsync();
            await program!.DisposeAsync();
            product = null;
        }
    }
}
