namespace FlightGraph.Upstream.Documents;

/// <summary>What a document says of a field.</summary>
public enum FieldValueKind : byte
{
    /// <summary>The document does not have the field: a thin variant. Its value is known elsewhere.</summary>
    Absent,

    /// <summary>The upstream says that there is no value.</summary>
    Null,

    /// <summary>There is a value, but not one that the field can hold.</summary>
    Malformed,

    /// <summary>A JSON string, number or boolean.</summary>
    Scalar,

    Object,

    List,
}
