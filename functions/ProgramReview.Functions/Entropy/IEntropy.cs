namespace ProgramReview.Functions.Entropy;

/// <summary>The only source of chance; simulations put a seeded one in its place.</summary>
public interface IEntropy
{
    /// <summary>Fills a buffer with unpredictable bytes.</summary>
    void Fill(Span<byte> buffer);
}
