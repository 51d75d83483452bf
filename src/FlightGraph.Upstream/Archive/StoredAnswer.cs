namespace FlightGraph.Upstream.Archive;

/// <summary>An answer as archives store it.</summary>
/// <param name="Key">The question.</param>
/// <param name="ReadAt">When it was read, in microseconds since 1970.</param>
/// <param name="Origin">Which upstream gave it.</param>
/// <param name="Length">Of the body before compression, in bytes.</param>
/// <param name="Body">Compressed; null when the upstream said that there is none.</param>
internal sealed record StoredAnswer(string Key, long ReadAt, string Origin, long Length, byte[]? Body)
{
    /// <summary>What it takes in the archive, in bytes, about.</summary>
    public long StoredBytes => 100 + Key.Length + (Body?.Length ?? 0);

    public static StoredAnswer Of(ArchivedAnswer answer, string origin) => new(
        answer.Key, ReadTime.ToMicroseconds(answer.ReadAt), origin, answer.Body?.Length ?? 0, answer.Body is null ? null : AnswerBody.Compress(answer.Body));

    /// <summary>Null when the body was damaged.</summary>
    /// <param name="origin">The present upstream.</param>
    public ArchivedAnswer? Read(string origin)
    {
        var body = Body is null ? null : AnswerBody.Expand(Body, Length);
        return Body is null || body is not null ? new ArchivedAnswer(Key, ReadTime.FromMicroseconds(ReadAt), body, Origin != origin) : null;
    }
}
